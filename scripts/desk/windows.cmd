@echo off
rem Double-click this file to open the desk: https://nodejs.org/ must be installed.
chcp 65001 >nul
cd /d "%~dp0..\.."
if not exist node_modules call npm ci --omit=dev --no-audit --no-fund
call npm run --silent desk
if errorlevel 1 pause
