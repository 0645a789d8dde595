// The same commands as Program.cs: "first <address>" makes one call; "calls <address>" makes a round of calls for each line of the input.
import { createInterface } from "node:readline";
import { DataZoneClient, GetDataSourceRunCommand } from "@aws-sdk/client-datazone";

const [command, address] = process.argv.slice(2);
const client = new DataZoneClient({
  region: "us-east-1",
  endpoint: address,
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
});
const call = async () =>
  (await client.send(new GetDataSourceRunCommand({ domainIdentifier: "dzd_4bd2k1x8q9w7aj", identifier: "bqn7d6h4t1r0zz" }))).status.length;

if (command === "first") {
  console.log(await call());
  client.destroy();
} else {
  const repeat = async (count) => {
    for (; count > 0; count--) {
      await call();
    }
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const [calls, callers] = line.split(" ").map(Number);
    const processor = process.cpuUsage();
    const start = process.hrtime.bigint();
    await Promise.all(Array.from({ length: callers }, () => repeat(Math.floor(calls / callers))));
    const time = Number(process.hrtime.bigint() - start) / 1000;
    const used = process.cpuUsage(processor);
    console.log(`${(used.user + used.system) / calls} 0 ${time / calls}`);
  }
  client.destroy();
}
