import apNortheast1 from "./data/ap-northeast-1.2025-05-28.json";
import apNortheast2 from "./data/ap-northeast-2.2025-05-28.json";
import apSouth1 from "./data/ap-south-1.2025-05-28.json";
import apSoutheast1 from "./data/ap-southeast-1.2025-05-28.json";
import apSoutheast2 from "./data/ap-southeast-2.2025-05-28.json";
import caCentral1 from "./data/ca-central-1.2025-05-28.json";
import euCentral1 from "./data/eu-central-1.2025-05-28.json";
import euWest1 from "./data/eu-west-1.2025-05-28.json";
import euWest2 from "./data/eu-west-2.2025-05-28.json";
import euWest3 from "./data/eu-west-3.2025-05-28.json";
import saEast1 from "./data/sa-east-1.2025-05-28.json";
import usEast1 from "./data/us-east-1.2026-07-20.json";
import usEast2 from "./data/us-east-2.2025-05-28.json";
import usWest1 from "./data/us-west-1.2025-05-28.json";
import usWest2 from "./data/us-west-2.2025-05-28.json";
import type { PriceData } from "./price-data";

/** The regions that have price data, each with its newest file. Written by `towpath prices refresh`. */
export const REGIONS: Readonly<Record<string, PriceData>> = {
  "ap-northeast-1": apNortheast1,
  "ap-northeast-2": apNortheast2,
  "ap-south-1": apSouth1,
  "ap-southeast-1": apSoutheast1,
  "ap-southeast-2": apSoutheast2,
  "ca-central-1": caCentral1,
  "eu-central-1": euCentral1,
  "eu-west-1": euWest1,
  "eu-west-2": euWest2,
  "eu-west-3": euWest3,
  "sa-east-1": saEast1,
  "us-east-1": usEast1,
  "us-east-2": usEast2,
  "us-west-1": usWest1,
  "us-west-2": usWest2,
};
