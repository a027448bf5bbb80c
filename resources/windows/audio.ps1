# Active microphones by the core audio interfaces: which is the default one, and whether Windows mutes it.
$AudioSource = @'
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace OnAirSentry {
    [ComImport, Guid("BCDE0395-E52F-467C-8E3D-C4579291692E")]
    class DeviceEnumerator { }

    [ComImport, Guid("A95664D2-9614-4F35-A746-DE8DB63617E6"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
    interface IMMDeviceEnumerator {
        [PreserveSig] int EnumAudioEndpoints(int flow, int states, out IMMDeviceCollection devices);
        [PreserveSig] int GetDefaultAudioEndpoint(int flow, int role, out IMMDevice device);
    }

    [ComImport, Guid("0BD7A1BE-7A1A-44DB-8397-CC5392387B5E"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
    interface IMMDeviceCollection {
        [PreserveSig] int GetCount(out int count);
        [PreserveSig] int Item(int number, out IMMDevice device);
    }

    [ComImport, Guid("D666063F-1587-4E43-81F1-B948E807363F"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
    interface IMMDevice {
        [PreserveSig] int Activate(ref Guid type, int context, IntPtr parameters, [MarshalAs(UnmanagedType.IUnknown)] out object made);
        [PreserveSig] int OpenPropertyStore(int access, out IntPtr store);
        [PreserveSig] int GetId([MarshalAs(UnmanagedType.LPWStr)] out string id);
    }

    [ComImport, Guid("5CDF2C82-841E-4546-9722-0CF74078229A"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
    interface IAudioEndpointVolume {
        [PreserveSig] int RegisterControlChangeNotify(IntPtr notify);
        [PreserveSig] int UnregisterControlChangeNotify(IntPtr notify);
        [PreserveSig] int GetChannelCount(out int count);
        [PreserveSig] int SetMasterVolumeLevel(float level, ref Guid context);
        [PreserveSig] int SetMasterVolumeLevelScalar(float level, ref Guid context);
        [PreserveSig] int GetMasterVolumeLevel(out float level);
        [PreserveSig] int GetMasterVolumeLevelScalar(out float level);
        [PreserveSig] int SetChannelVolumeLevel(int channel, float level, ref Guid context);
        [PreserveSig] int SetChannelVolumeLevelScalar(int channel, float level, ref Guid context);
        [PreserveSig] int GetChannelVolumeLevel(int channel, out float level);
        [PreserveSig] int GetChannelVolumeLevelScalar(int channel, out float level);
        [PreserveSig] int SetMute([MarshalAs(UnmanagedType.Bool)] bool mute, ref Guid context);
        [PreserveSig] int GetMute([MarshalAs(UnmanagedType.Bool)] out bool mute);
    }

    public static class Microphones {
        const int Capture = 1;
        const int Active = 1;
        const int Console = 0;
        const int InProcess = 1;
        // There is no default device (HRESULT of ERROR_NOT_FOUND).
        const int NotFound = unchecked((int)0x80070490);

        // One row per active microphone: endpoint id, "1" for the default one, "1" muted, "0" not, "" not told.
        public static List<string[]> Read() {
            var rows = new List<string[]>();
            var enumerator = (IMMDeviceEnumerator)(object)new DeviceEnumerator();
            IMMDevice leading;
            string leadingId = "";
            int asked = enumerator.GetDefaultAudioEndpoint(Capture, Console, out leading);
            if (asked != 0 && asked != NotFound) Marshal.ThrowExceptionForHR(asked);
            if (asked == 0) Marshal.ThrowExceptionForHR(leading.GetId(out leadingId));
            IMMDeviceCollection devices;
            Marshal.ThrowExceptionForHR(enumerator.EnumAudioEndpoints(Capture, Active, out devices));
            int count;
            Marshal.ThrowExceptionForHR(devices.GetCount(out count));
            for (int number = 0; number < count; number++) {
                IMMDevice device;
                string id;
                if (devices.Item(number, out device) != 0 || device.GetId(out id) != 0) continue;
                rows.Add(new string[] { id, id == leadingId ? "1" : "0", Mute(device) });
            }
            return rows;
        }

        static string Mute(IMMDevice device) {
            Guid type = typeof(IAudioEndpointVolume).GUID;
            object made;
            if (device.Activate(ref type, InProcess, IntPtr.Zero, out made) != 0) return "";
            bool mute;
            return ((IAudioEndpointVolume)made).GetMute(out mute) != 0 ? "" : mute ? "1" : "0";
        }
    }
}
'@

function Get-Microphones {
    if ($null -eq ('OnAirSentry.Microphones' -as [type])) { Add-Type -TypeDefinition $AudioSource }
    $list = @(foreach ($row in [OnAirSentry.Microphones]::Read()) { @{ id = $row[0]; leading = $row[1]; muted = $row[2] } })
    return @{ list = $list }
}
