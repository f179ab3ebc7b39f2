; Partners-X.Y.Z-setup.exe: for one user, without administrator, Russian and English.
;   setup.exe             pages
;   setup.exe /S          silent; /D=FOLDER as the last word chooses the folder
; Exit status: 0 done, 1 cancelled, 2 a file could not be written, 3 the program is running.
; Run by build.py: makensis -DVERSION= -DFILES=script -DICON=file -DSIDE=file
;   -DKILOBYTES= -DOUT=file [-DSIGN=command]
; Registers, settings, logs and backups are never in the program's folder and never touched here.
!ifdef NSIS_WIN32_MAKENSIS
  Unicode true
!else ; Debian's NSIS has a 64-bit installer too, and its Wine runs no other; NSIS' own has none
  Target amd64-unicode
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetCompressorDictSize 32
RequestExecutionLevel user
; A file that cannot be written ends the installation; else a silent one would leave it out.
AllowSkipFiles off

!include LogicLib.nsh
!include MUI2.nsh

!define ID "Partners"
!define PROGRAM "Partners.exe"
!define FILE_TYPE "Partners.Register"
!define APPS_ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"
; Of the numbers that Windows' own installer ends with this is none.
!define STATUS_RUNNING 3
!define STATUS_NOT_WRITTEN 2

Name "${ID}"
OutFile "${OUT}"
BrandingText "${ID} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
!ifdef SIGN ; the uninstaller is born inside makensis, so it can be signed only here
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DataAreKept)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language also serves a Windows in any third one.
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"

LangString Title ${LANG_RUSSIAN} "Partners – реестр городов-партнёров"
LangString Title ${LANG_ENGLISH} "Partners – a register of partner cities"
LangString FileTypeName ${LANG_RUSSIAN} "Реестр городов-партнёров"
LangString FileTypeName ${LANG_ENGLISH} "Register of partner cities"
LangString IsRunning ${LANG_RUSSIAN} "Программа Partners сейчас запущена.$\r$\n$\r$\nЗакройте её окно и нажмите «Повтор». Данные уже сохранены: каждая правка записывается сразу."
LangString IsRunning ${LANG_ENGLISH} "Partners is running.$\r$\n$\r$\nClose its window, then press Retry. Your data are saved already: every edit is written at once."
LangString CannotWrite ${LANG_RUSSIAN} "В эту папку не удаётся записать программу: нет прав или места.$\r$\n$\r$\n$INSTDIR"
LangString CannotWrite ${LANG_ENGLISH} "The program cannot be written into this folder: no rights or no space.$\r$\n$\r$\n$INSTDIR"
LangString DataAreKept ${LANG_RUSSIAN} "Программа будет удалена. Ваши реестры, настройки и резервные копии останутся на месте."
LangString DataAreKept ${LANG_ENGLISH} "The program will be removed. Your registers, settings and backups stay where they are."

VIProductVersion "${VERSION}.0"
!macro FILE_PROPERTIES LANGUAGE ABOUT
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${ID}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "Partners contributors"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "Partners contributors. MIT License"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${ABOUT}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
!macroend
!insertmacro FILE_PROPERTIES ${LANG_RUSSIAN} "Установка программы Partners"
!insertmacro FILE_PROPERTIES ${LANG_ENGLISH} "Partners Setup"

; A running program holds its own file: it cannot be opened for writing.
!macro WAIT_UNTIL_CLOSED FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${FILE}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel ${STATUS_RUNNING}
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

!macro REFUSE_WHILE_RUNNING
  !insertmacro WAIT_UNTIL_CLOSED "${PROGRAM}"
  !insertmacro WAIT_UNTIL_CLOSED "partners-app.exe"
!macroend

; Only what an installer of ours has put here: a folder that the user chose may hold other files.
!macro REMOVE_PROGRAM
  ${If} ${FileExists} "$INSTDIR\_internal\partners_app\*.*"
    RMDir /r "$INSTDIR\_internal"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\licences\Partners.txt"
    RMDir /r "$INSTDIR\licences"
  ${EndIf}
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\partners-app.exe"
  Delete "$INSTDIR\THIRD-PARTY.txt"
!macroend

; No folder, no rights, no space: nothing is registered that is not there.
!macro STOP_ON_ERROR
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(CannotWrite)" /SD IDOK
    SetErrorLevel ${STATUS_NOT_WRITTEN}
    Quit
  ${EndIf}
!macroend

; Windows draws icons and double clicks anew: SHCNE_ASSOCCHANGED.
!macro TELL_WINDOWS_OF_FILE_TYPE
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

Function .onInit
  ; At once, not after three pages.
  !insertmacro REFUSE_WHILE_RUNNING
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  ClearErrors
  !include /CHARSET=UTF8 "${FILES}"
  SetOutPath "$INSTDIR"
  !insertmacro STOP_ON_ERROR
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro STOP_ON_ERROR

  ; A shortcut starts in the folder that is current when it is made.
  SetOutPath "$DOCUMENTS"
  CreateShortCut "$SMPROGRAMS\${ID}.lnk" "$INSTDIR\${PROGRAM}"
  SetOutPath "$INSTDIR"

  WriteRegStr HKCU "${CLASSES}\.partners" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\.partners\OpenWithProgids" "${FILE_TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "$(FileTypeName)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro TELL_WINDOWS_OF_FILE_TYPE

  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${APPS_ENTRY}" "DisplayName" "$(Title)"
  WriteRegStr HKCU "${APPS_ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS_ENTRY}" "Publisher" "Partners contributors"
  WriteRegStr HKCU "${APPS_ENTRY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${APPS_ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS_ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${APPS_ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${APPS_ENTRY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${APPS_ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS_ENTRY}" "NoRepair" 1
SectionEnd

Function un.onInit
  !insertmacro REFUSE_WHILE_RUNNING
FunctionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$SMPROGRAMS\${ID}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  ; Not /r: what others put there stays.
  RMDir "$INSTDIR"

  ReadRegStr $0 HKCU "${CLASSES}\.partners" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.partners" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.partners\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.partners\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.partners"
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  !insertmacro TELL_WINDOWS_OF_FILE_TYPE
  DeleteRegKey HKCU "${APPS_ENTRY}"
  DeleteRegKey HKCU "Software\${ID}"
SectionEnd
