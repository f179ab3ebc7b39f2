/* What Windows 10 has in system32 and Wine 8 has not, or has half. These stand in for Windows
   itself: they go into Wine's own system32 and never into the product (dll_check.py sees to it).
   Each answers as Windows does to a caller it has nothing for. */
#define EXPORTED __declspec(dllexport)

int DllMainCRTStartup(void *self, unsigned reason, void *reserved)
{
    return 1;
}

#if defined(PYTHON3)
/* Empty but for the forwards that a .def file adds: python3.dll, every name of python311.dll. */

#elif defined(BCRYPTPRIMITIVES)
/* Random bytes, for the run-time library of Rust. */
int __stdcall SystemFunction036(void *bytes, unsigned long count);

EXPORTED int ProcessPrng(void *bytes, unsigned long long count)
{
    return SystemFunction036(bytes, (unsigned long)count) ? 1 : 0;
}

#elif defined(MSCMS)
/* Colour profiles, asked for by Qt's window platform; Wine stops the program. "There is none." */
EXPORTED void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned mode)
{
    return 0;
}

EXPORTED int CloseColorProfile(void *profile)
{
    return 1;
}

EXPORTED void *WcsCreateIccProfile(void *profile, unsigned options)
{
    return 0;
}

EXPORTED int GetColorProfileFromHandle(void *profile, void *bytes, void *count)
{
    return 0;
}

#elif defined(ICUUC)
/* Old character sets, asked for by QtCore. "No such converter": U_FILE_ACCESS_ERROR. */
typedef void *Any;
typedef int Status;
#define NO_CONVERTER if (status) *status = 4

EXPORTED Any ucnv_open(Any name, Status *status) { NO_CONVERTER; return 0; }
EXPORTED Any ucnv_getName(Any converter, Status *status) { NO_CONVERTER; return 0; }
EXPORTED Any ucnv_getStandardName(Any name, Any standard, Status *status) { NO_CONVERTER; return 0; }
EXPORTED Any ucnv_getAvailableName(int number) { return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED void ucnv_close(Any converter) {}
EXPORTED void ucnv_reset(Any converter) {}
EXPORTED signed char ucnv_getMaxCharSize(Any converter) { return 1; }
EXPORTED void ucnv_getToUCallBack(Any converter, Any *act, Any *context) { *act = *context = 0; }
EXPORTED void ucnv_getFromUCallBack(Any converter, Any *act, Any *context) { *act = *context = 0; }
EXPORTED void ucnv_setToUCallBack(Any converter, Any act, Any context, Any *was, Any *with,
                                  Status *status) { NO_CONVERTER; }
EXPORTED void ucnv_setFromUCallBack(Any converter, Any act, Any context, Any *was, Any *with,
                                    Status *status) { NO_CONVERTER; }
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void ucnv_cbToUWriteUChars(Any task, Any text, int count, int offset,
                                    Status *status) { NO_CONVERTER; }
EXPORTED void ucnv_cbFromUWriteUChars(Any task, Any text, Any end, int offset,
                                      Status *status) { NO_CONVERTER; }
EXPORTED void ucnv_toUnicode(Any converter, Any target, Any target_end, Any source, Any source_end,
                             int *offsets, char flush, Status *status) { NO_CONVERTER; }
EXPORTED void ucnv_fromUnicode(Any converter, Any target, Any target_end, Any source,
                               Any source_end, int *offsets, char flush,
                               Status *status) { NO_CONVERTER; }
EXPORTED int ucnv_toUCountPending(Any converter, Status *status) { NO_CONVERTER; return 0; }
EXPORTED int ucnv_fromUCountPending(Any converter, Status *status) { NO_CONVERTER; return 0; }
#endif
