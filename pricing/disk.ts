import { fields, isTrue, items, numberOf, textOf } from "./inputs";
import type { PriceBook } from "./price-book";
import type { Charge, Priced } from "./pricer";

/** What gp3 includes: IOPS and MB/s beyond these are charged. */
const INCLUDED = { iops: 3000, throughput: 125 } as const;

/** An EBS disk, as volumes, root devices and block device mappings describe it. */
export interface Disk {
  readonly sizeGb: number | undefined;
  /** Default gp3, which is what towpath asks for. */
  readonly type?: string | undefined;
  readonly iops?: number | undefined;
  readonly throughput?: number | undefined;
}

/** gp3 has figures; any other type of disk is unpriced. */
export function priceDisk({ sizeGb, type = "gp3", iops, throughput }: Disk, book: PriceBook): Priced {
  if (type !== "gp3") return { unpriced: [`no figure for ${type} disks`] };
  if (sizeGb === undefined) return { unpriced: ["the size of its disk is not known before it is made"] };
  const extra = (key: "gp3Iops" | "gp3Throughput", what: string, given: number, free: number): Charge[] =>
    given > free ? [{ what, price: book.price(key), quantity: given - free }] : [];
  return {
    charges: [
      { what: "gp3 disk", price: book.price("gp3Storage"), quantity: sizeGb },
      ...extra("gp3Iops", "gp3 IOPS", iops ?? 0, INCLUDED.iops),
      ...extra("gp3Throughput", "gp3 throughput", throughput ?? 0, INCLUDED.throughput),
    ],
  };
}

/** The disk in a `rootBlockDevice`, an `ebsBlockDevices` item or a launch template's `ebs`. */
export function diskOf(value: unknown, defaultGb?: number): Disk {
  const { volumeSize, volumeType, iops, throughput } = fields(value);
  return {
    sizeGb: volumeSize === undefined ? defaultGb : numberOf(volumeSize),
    type: textOf(volumeType),
    iops: numberOf(iops),
    throughput: numberOf(throughput),
  };
}

/** The disks of a launch template, priced. */
export function templateDisks(template: Readonly<Record<string, unknown>>, book: PriceBook): Priced[] {
  return items(template.blockDeviceMappings).map(mapping => priceDisk(diskOf(fields(mapping).ebs), book));
}

/** Whether a launch template gives its machines public addresses. */
export function templateIsPublic(template: Readonly<Record<string, unknown>>): boolean {
  return items(template.networkInterfaces).some(one => isTrue(fields(one).associatePublicIpAddress));
}
