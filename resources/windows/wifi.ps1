# Wi-Fi signal in dBm by wlanapi.dll: netsh prints its labels in the user's language.
$WifiSource = @'
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace OnAirSentry {
    public static class Wifi {
        [DllImport("wlanapi.dll")]
        static extern uint WlanOpenHandle(uint version, IntPtr reserved, out uint negotiated, out IntPtr handle);
        [DllImport("wlanapi.dll")]
        static extern uint WlanCloseHandle(IntPtr handle, IntPtr reserved);
        [DllImport("wlanapi.dll")]
        static extern uint WlanEnumInterfaces(IntPtr handle, IntPtr reserved, out IntPtr list);
        [DllImport("wlanapi.dll")]
        static extern uint WlanQueryInterface(IntPtr handle, ref Guid adapter, uint code, IntPtr reserved,
            out uint size, out IntPtr data, IntPtr type);
        [DllImport("wlanapi.dll")]
        static extern void WlanFreeMemory(IntPtr memory);

        const uint Rssi = 0x10000102;
        // WLAN_INTERFACE_INFO: a GUID, 256 characters, a state. The list begins with two counts.
        const int EntrySize = 16 + 512 + 4;
        const int StateAt = 16 + 512;

        // One row per adapter: GUID, state (1 connected), error code, dBm.
        public static List<string[]> Read() {
            var rows = new List<string[]>();
            uint negotiated;
            IntPtr handle;
            uint opened = WlanOpenHandle(2, IntPtr.Zero, out negotiated, out handle);
            if (opened != 0) throw new System.ComponentModel.Win32Exception((int)opened);
            try {
                IntPtr list;
                uint listed = WlanEnumInterfaces(handle, IntPtr.Zero, out list);
                if (listed != 0) throw new System.ComponentModel.Win32Exception((int)listed);
                try {
                    int count = Marshal.ReadInt32(list);
                    for (int at = 0; at < count; at++) {
                        IntPtr entry = new IntPtr(list.ToInt64() + 8 + (long)at * EntrySize);
                        byte[] bytes = new byte[16];
                        Marshal.Copy(entry, bytes, 0, 16);
                        Guid adapter = new Guid(bytes);
                        int state = Marshal.ReadInt32(entry, StateAt);
                        uint size;
                        IntPtr data;
                        string level = "";
                        uint asked = WlanQueryInterface(handle, ref adapter, Rssi, IntPtr.Zero, out size, out data, IntPtr.Zero);
                        if (asked == 0) {
                            if (size >= 4) level = Marshal.ReadInt32(data).ToString(System.Globalization.CultureInfo.InvariantCulture);
                            WlanFreeMemory(data);
                        }
                        rows.Add(new string[] { adapter.ToString("B"), state.ToString(), asked.ToString(), level });
                    }
                } finally {
                    WlanFreeMemory(list);
                }
            } finally {
                WlanCloseHandle(handle, IntPtr.Zero);
            }
            return rows;
        }
    }
}
'@

function Get-WifiSignal {
    if ($null -eq ('OnAirSentry.Wifi' -as [type])) { Add-Type -TypeDefinition $WifiSource }
    $list = @(foreach ($row in [OnAirSentry.Wifi]::Read()) { @{ id = $row[0]; state = $row[1]; error = $row[2]; dbm = $row[3] } })
    return @{ list = $list }
}
