// The one-shot check without a window; it stands here so that the build has its entry.
process.stderr.write('check: not written yet\n');
process.exitCode = 70;
