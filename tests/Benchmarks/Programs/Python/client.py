"""The same commands as Program.cs: "first <address>" makes one call; "calls <address>" makes a round of calls for each line of the input."""
import concurrent.futures
import resource
import sys
import time

import boto3
from botocore.config import Config

command, address = sys.argv[1:3]
client = boto3.client(
    "datazone",
    region_name="us-east-1",
    endpoint_url=address,
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    config=Config(max_pool_connections=64),
)


def call():
    return len(client.get_data_source_run(domainIdentifier="dzd_4bd2k1x8q9w7aj", identifier="bqn7d6h4t1r0zz")["status"])


def repeat(count):
    for _ in range(count):
        call()


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if command == "first":
    print(call(), flush=True)
else:
    for line in sys.stdin:
        calls, callers = map(int, line.split())
        used, start = processor(), time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(callers) as pool:
            list(pool.map(repeat, [calls // callers] * callers))
        print((processor() - used) * 1e6 / calls, 0, (time.perf_counter() - start) * 1e6 / calls, flush=True)
