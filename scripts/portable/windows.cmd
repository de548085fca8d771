@echo off
rem Double-click this file to open the desk. Everything it needs is in this folder.
chcp 65001 >nul
pushd "%~dp0"
if not exist program\bin\node.exe goto incomplete
set "JIXIAO_CONTENT=%CD%\content"
set "JIXIAO_OUT=%CD%\dist"
program\bin\node.exe program\scripts\desk.ts %*
if errorlevel 1 goto failed
popd
exit /b
:incomplete
echo 请先把压缩包全部解压，再打开解压出来的文件夹里的这个文件。
:failed
pause
exit /b 1
