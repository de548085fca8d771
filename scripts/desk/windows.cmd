@echo off
rem Double-click this file to open the desk: https://nodejs.org/ must be installed.
chcp 65001 >nul
pushd "%~dp0..\.."
where npm >nul 2>nul
if errorlevel 1 goto without_node
rem npm writes this file last.
if not exist node_modules\.package-lock.json call npm ci --omit=dev --no-audit --no-fund
if errorlevel 1 goto failed
call npm run --silent desk
if errorlevel 1 goto failed
popd
exit /b
:without_node
echo 请先安装 Node.js（https://nodejs.org/），再打开这个文件。
:failed
pause
exit /b 1
