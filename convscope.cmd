@echo off
rem ConvScope's front door on Windows: convscope opens the window, convscope COMMAND works without one.
rem The same in the same order as the shell script beside it, where the reasons stand.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "jar=%root%\target\convscope.jar"
set "yard=%root%\target\launcher"

rem ---- a Java that is new enough

set "java="
set "seen="
if defined JAVA_HOME call :take "%JAVA_HOME%\bin\java.exe"
for /f "delims=" %%j in ('where java.exe 2^>nul') do if not defined java call :take "%%j"
rem No blocks around these sentences: a folder such as "Program Files (x86)" would close them.
if not defined java >&2 echo convscope: ConvScope needs Java 17 or newer and found %seen%none that will do.
if not defined java >&2 echo convscope: This brings it: winget install EclipseAdoptium.Temurin.21.JDK
if not defined java exit /b 2

rem ---- idle OpenMP threads spin: leave one core to the window, and let the others sleep

set /a cores=NUMBER_OF_PROCESSORS - 1
if %cores% lss 1 set "cores=1"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=%cores%"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem ---- the JVM's words

call :look
set /a heap=mb / 3
if %heap% gtr 8192 set "heap=8192"
set /a physical=mb / 4 * 3
set flags=-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:GCTimeRatio=1 -XX:MaxNewSize=128m -XX:G1HeapRegionSize=4m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=60 -Xmx%heap%m
set flags=%flags% -Dorg.bytedeco.javacpp.maxphysicalbytes=%physical%m
set flags=%flags% -XX:+DisplayVMOutputToStderr -Xlog:disable "-Xlog:all=warning,cds*=off:stderr"
set flags=%flags% -Dfile.encoding=UTF-8 "-Dconvscope.home=%root%"
if %version% geq 21 set flags=%flags% --enable-native-access=ALL-UNNAMED
if %version% geq 24 set flags=%flags% --sun-misc-unsafe-memory-access=allow
set "classes=%yard%\classes-java%version%.jsa"

rem ---- the build: whoever can open the lock builds, and Windows closes it when the builder dies

if "%fresh%"=="1" if exist "%classes%" goto :start
if not exist "%yard%" mkdir "%yard%"
set "waited=0"
:knock
set "entered="
set "failed="
rem 8 keeps stderr for the builder while the shell's own complaint about a closed lock is dropped.
8>&2 2>nul (9>"%yard%\lock" (set "entered=1" & 2>&8 call :prepare))
if defined failed exit /b %failed%
if defined entered goto :start
if "%waited%"=="0" >&2 echo convscope: another convscope is building; waiting for it
set /a waited+=1
if %waited% geq 900 >&2 echo convscope: still locked after 15 minutes: %yard%\lock
if %waited% geq 900 exit /b 1
ping -n 2 127.0.0.1 >nul
goto :knock

rem ---- the program

:start
set archive=-Xshare:auto
for %%a in ("%classes%") do if exist "%%~a" if %%~za gtr 0 set archive="-XX:SharedArchiveFile=%%~a"
"%java%" %flags% %archive% -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport -jar "%jar%" %*
exit /b %errorlevel%

rem Takes the Java at %1 if it will do.
:take
if not exist "%~1" exit /b
set "version="
if exist "%~dp1..\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%~dp1..\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
if not defined version call :ask "%~1"
for /f "tokens=1 delims=.-+_" %%v in ("%version%") do set "version=%%v"
if not defined version set "version=0"
if %version% geq 17 (
    set "java=%~1"
) else (
    set "seen=%seen%Java %version% in %~1, "
)
exit /b

rem Asks the Java at %1 itself; its first line is: openjdk version "17.0.15" 2025-04-15
:ask
set "answer=%TEMP%\convscope-java-%RANDOM%.txt"
"%~1" -version 2>"%answer%"
for /f "usebackq tokens=2,3" %%a in ("%answer%") do if "%%a"=="version" if not defined version set "version=%%~b"
del "%answer%"
exit /b

rem Sets fresh (1 if the jar is newer than all it is made from) and mb (memory in MB).
:look
set "ps=$jar = Get-Item -LiteralPath $env:jar -ErrorAction SilentlyContinue;"
set "ps=%ps% $made = 'pom.xml', 'src\main', 'resources' | ForEach-Object { Join-Path $env:root $_ };"
set "ps=%ps% $made = $made | Where-Object { Test-Path -LiteralPath $_ };"
set "ps=%ps% $files = $made | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse };"
set "ps=%ps% $newer = $files | Where-Object { $jar -and $_.LastWriteTime -gt $jar.LastWriteTime };"
set "ps=%ps% $memory = (Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory / 1MB;"
set "ps=%ps% '{0} {1:0}' -f [int]($jar -and -not $newer), $memory"
set "fresh=0"
set "mb=8192"
for /f "tokens=1,2" %%a in ('powershell -NoProfile -Command "%ps%"') do set "fresh=%%a" & set "mb=%%b"
exit /b

rem Builds what is missing. Sets failed to the exit code if that goes wrong.
:prepare
call :look
if "%fresh%"=="1" goto :archive
where mvn >nul 2>nul
if errorlevel 1 set "failed=2"
if defined failed >&2 echo convscope: building ConvScope takes Maven, and there is none. See https://maven.apache.org
if defined failed exit /b
>&2 echo convscope: building; the first time, this fetches libraries (log: %yard%\build.log)
if exist "%jar%" del "%jar%"
type nul >"%yard%\since"
for %%h in ("%java%\..\..") do if exist "%%~fh\bin\javac.exe" set "JAVA_HOME=%%~fh"
call mvn -q -B -Dstyle.color=never -f "%root%\pom.xml" -DskipTests package <nul >"%yard%\build.log" 2>&1
if errorlevel 1 set "failed=1"
if defined failed if exist "%jar%" del "%jar%"
if defined failed >&2 echo convscope: the build failed; its log: %yard%\build.log
if defined failed exit /b
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:jar).LastWriteTime = (Get-Item -LiteralPath $env:yard\since).LastWriteTime"
>&2 echo convscope: built
if exist "%yard%\*.jsa" del /q "%yard%\*.jsa"
:archive
if exist "%classes%" exit /b
"%java%" %flags% "-XX:ArchiveClassesAtExit=%yard%\part.jsa" -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport -jar "%jar%" doctor --json <nul >nul 2>nul
if errorlevel 1 if not errorlevel 2 del "%yard%\part.jsa" 2>nul
if errorlevel 3 del "%yard%\part.jsa" 2>nul
if not exist "%yard%\part.jsa" type nul >"%yard%\part.jsa"
move /y "%yard%\part.jsa" "%classes%" >nul
exit /b
