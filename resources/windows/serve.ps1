# One request: read it, run its parts, answer it. A part that fails takes no other part with it.

# The request of a line, or nothing for a line that is none.
function Read-Request($line) {
    try {
        $request = ConvertFrom-Json $line
    } catch {
        return $null
    }
    if ($null -eq $request -or $request.ask -isnot [string] -or -not $Requests.ContainsKey($request.ask)) { return $null }
    if ($request.id -isnot [int]) { return $null }
    return $request
}

# What went wrong, in words that no language pack changes: the name of a CIM error, or of the exception, and the HRESULT.
function Get-Fault($record) {
    $problem = $record.Exception
    while ($null -ne $problem.InnerException) { $problem = $problem.InnerException }
    $kind = $problem.GetType().Name
    if ($problem -is [Microsoft.Management.Infrastructure.CimException]) { $kind = [string]$problem.NativeErrorCode }
    return @{ kind = $kind; hresult = '0x{0:X8}' -f $problem.HResult; id = [string]$record.FullyQualifiedErrorId }
}

function Send-Answer($request, $writer) {
    $data = @{}
    $parts = $Requests[$request.ask].parts
    foreach ($name in $parts.Keys) {
        try {
            $data[$name] = @{ value = (& $parts[$name]) }
        } catch {
            $data[$name] = @{ fault = (Get-Fault $_) }
        }
    }
    try {
        $answer = ConvertTo-Json -InputObject @{ id = $request.id; ok = $true; data = $data } -Compress -Depth 8
    } catch {
        $answer = ConvertTo-Json -InputObject @{ id = $request.id; ok = $false; fault = (Get-Fault $_) } -Compress -Depth 4
    }
    $writer.WriteLine($answer)
}

# Calls a function at most every so many seconds; in between its last answer is given again. A failure is not kept.
$Kept = @{}
function Get-Kept($name, $seconds, $function) {
    $now = [System.Diagnostics.Stopwatch]::GetTimestamp() / [System.Diagnostics.Stopwatch]::Frequency
    $old = $Kept[$name]
    if ($null -ne $old -and $now - $old.at -lt $seconds) { return $old.value }
    $Kept.Remove($name)
    $value = & $function
    $Kept[$name] = @{ at = $now; value = $value }
    return $value
}

# Milliseconds since 1970 of a date, or nothing.
function ConvertTo-Milliseconds($date) {
    if ($null -eq $date) { return $null }
    return ([DateTimeOffset]$date).ToUnixTimeMilliseconds()
}
