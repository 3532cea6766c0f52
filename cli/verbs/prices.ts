import { InvalidInput } from "../../components/lib/issues";
import { REGIONS } from "../../pricing/regions";
import type { Context } from "../context";
import { EXIT } from "../exit-code";
import { askedRegions } from "../prices/asked-regions";
import { refuseOtherFolders, writeData } from "../prices/data-files";
import { awsPriceList } from "../prices/price-list";
import { listText, refreshedText } from "../prices/prices-text";
import { refreshRegion } from "../prices/refresh-region";
import { defineVerb } from "../verb";
import { oneName } from "./one-name";

/** `towpath prices list` and `towpath prices refresh`. */
export const prices = defineVerb({
  name: "prices",
  summary: "Which prices estimates go by, and fetching today's from AWS",
  about:
    "list shows the regions that have prices and how old they are. refresh asks the AWS Price List for today's, writes " +
    "a new dated file for each region, and has estimates use it; what AWS does not say keeps its earlier figure and " +
    "date. It needs a network, @aws-sdk/client-pricing, and credentials that may pricing:GetProducts.",
  operand: "list|refresh",
  options: {
    region: {
      kind: "list",
      value: "REGION",
      about: "Only these, also ones that have no prices yet. Default: every region that has",
    },
  },
  run: async ({ region }, operands, context) => {
    const action = oneName(operands);
    const regions = askedRegions(region, Object.keys(REGIONS));
    switch (action) {
      case "list":
        context.write(
          listText(
            regions.flatMap(one => REGIONS[one] ?? []),
            context.style,
          ),
        );
        return EXIT.fine;
      case "refresh":
        await refresh(regions, context);
        return EXIT.fine;
      default: {
        const wrong = "neither list nor refresh";
        throw new InvalidInput([{ path: action, wrong, instead: "write towpath prices refresh" }]);
      }
    }
  },
});

/** One region after the other, each written when it is whole. */
async function refresh(regions: readonly string[], { directory, today, write, progress }: Context) {
  refuseOtherFolders(directory);
  const ask = await awsPriceList();
  for (const region of regions) {
    const refreshed = await refreshRegion({ region, today, before: REGIONS[region], progress }, ask);
    if (refreshed === undefined) {
      const wrong = "AWS has no prices of instances there";
      throw new InvalidInput([{ path: `--region ${region}`, wrong, instead: "check the region's code" }]);
    }
    write(refreshedText(refreshed, writeData(directory, refreshed.data)));
  }
}
