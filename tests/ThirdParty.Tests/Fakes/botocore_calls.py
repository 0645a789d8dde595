"""Calls services with botocore, as the standard input says: {"endpoint": …, "calls": [{"service": …, "operation": …, "input": {…}}, …]}.

Writes a list with the output or the error of each call. A body is text.
"""
import datetime
import json
import sys

import botocore.config
import botocore.exceptions
import botocore.response
import botocore.session


def to_json(value):
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    if isinstance(value, botocore.response.StreamingBody):
        return value.read().decode()
    if isinstance(value, bytes):
        return value.decode()
    return str(value)


def call(session, endpoint, service, operation, arguments):
    config = botocore.config.Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
    client = session.create_client(service, region_name="us-east-1", endpoint_url=endpoint, config=config)
    try:
        output = getattr(client, operation)(**arguments)
    except botocore.exceptions.ClientError as error:
        response = error.response
        return {
            "error": response["Error"]["Code"],
            "message": response["Error"].get("Message"),
            "class": type(error).__name__,
            "status": response["ResponseMetadata"]["HTTPStatusCode"],
            "requestId": response["ResponseMetadata"].get("RequestId"),
        }
    metadata = output.pop("ResponseMetadata")
    return {"output": output, "requestId": metadata.get("RequestId")}


def main():
    run = json.load(sys.stdin)
    session = botocore.session.Session()
    session.set_credentials(run["accessKeyId"], run["secretAccessKey"], run.get("sessionToken"))
    results = [call(session, run["endpoint"], c["service"], c["operation"], c["input"]) for c in run["calls"]]
    json.dump(results, sys.stdout, default=to_json)


main()
