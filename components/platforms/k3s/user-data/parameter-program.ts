import { PENDING } from "../parameter-names";

/** Reads and writes an SSM parameter. Values pass through standard input and output, never as an argument. */
export const PARAMETER_PROGRAM = `#!/usr/bin/python3
"""towpath-parameter get|wait|put NAME"""
import sys
import time

import boto3

verb, name = sys.argv[1:]
ssm = boto3.client("ssm")


def read():
    return ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]


if verb == "put":
    value = sys.stdin.read().strip("\\n")
    if value == "":
        sys.exit("towpath-parameter: nothing to put into " + name)
    if value != read():
        ssm.put_parameter(Name=name, Value=value, Type="SecureString", Overwrite=True)
else:
    value = read()
    while verb == "wait" and value == "${PENDING}":
        time.sleep(5)
        value = read()
    print(value)
`;
