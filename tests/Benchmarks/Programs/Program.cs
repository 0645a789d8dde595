using System;
using System.Net.Http;
using System.Runtime;
using DataZoneGen.Benchmarks.Programs;

// The first line of the output says that the first call is complete.
if (args[0] == "first")
{
    var methods = JitInfo.GetCompiledMethodCount();
    var call = Client.Create(new Uri(args[1]), handler: null);
    Console.WriteLine(await call());
    Console.WriteLine(JitInfo.GetCompiledMethodCount() - methods);
}
else if (args[0] == "calls")
{
    await CallLoop.RunAsync(Client.Create(new Uri(args[1]), handler: null));
}
else
{
    // count <file of the body> <content type> <number of calls>: calls without a network, whose instructions are counted.
    var call = Client.Create(new Uri("http://127.0.0.1:1"), new CannedHandler(args[1], args[2]));
    var sum = 0;
    for (var number = int.Parse(args[3]); number > 0; number--)
    {
        sum += await call();
    }

    Console.WriteLine(sum);
}
