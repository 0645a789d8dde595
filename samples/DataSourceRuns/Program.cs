using System;
using System.Text;
using DataSourceRuns.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new StopSignal();
return await CommandLine.RunAsync(args, stop.Token);
