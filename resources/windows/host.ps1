# Answers requests of the sampler: one JSON object a line in, one out, UTF-8 both ways whatever the code page is.
#   in   {"id":7,"ask":"fast"}
#   out  {"id":7,"ok":true,"data":{...}}  or  {"id":7,"ok":false,"fault":{"kind":"...","hresult":"..."}}
# Only the names in requests.ps1 are known; nothing that is read from a line is ever run. Requests of the lane "slow"
# are answered by a second runspace of this same process, so that a search for updates holds nobody else up.
# The process ends when its standard input is closed.

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

# A machine under application control runs no .NET calls here: say so in the only way that is left, and end.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output '{"blocked":"language-mode"}'
    exit 3
}

. "$PSScriptRoot\requests.ps1"
. "$PSScriptRoot\serve.ps1"

$utf8 = New-Object System.Text.UTF8Encoding($false)
$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $utf8)
$plain = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(), $utf8)
$plain.NewLine = "`n"
$plain.AutoFlush = $true
# Both lanes write: a line is never torn by another one.
$writer = [System.IO.TextWriter]::Synchronized($plain)

$inbox = New-Object 'System.Collections.Concurrent.BlockingCollection[string]'
$slow = [powershell]::Create()
[void]$slow.AddCommand("$PSScriptRoot\lane.ps1").AddParameter('Inbox', $inbox).AddParameter('Writer', $writer)
[void]$slow.BeginInvoke()

$writer.WriteLine('{"ready":1}')
while ($null -ne ($line = $reader.ReadLine())) {
    $request = Read-Request $line
    if ($null -eq $request) { continue }
    if ($Requests[$request.ask].lane -eq 'slow') {
        $inbox.Add($line)
    } else {
        Send-Answer $request $writer
    }
}
# Not "exit": that would wait for the slow lane.
[Environment]::Exit(0)
