/* python.exe, and with -DWINDOWED pythonw.exe: CPython itself is python311.dll. */
#include <windows.h>

int Py_Main(int count, wchar_t **words);

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE self, HINSTANCE unused, wchar_t *line, int show)
{
    return Py_Main(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words)
{
    return Py_Main(count, words);
}
#endif
