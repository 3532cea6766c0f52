import { items } from "../inputs";
import type { Pricer } from "../pricer";

/** Interface endpoints are charged by the hour in each zone and by data; gateway endpoints are free. */
export const vpcEndpoint: Pricer = {
  types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  price: ({ inputs }, { book, usage }) => {
    const kind = inputs.vpcEndpointType ?? "Gateway";
    if (kind === "Gateway") return {};
    if (kind !== "Interface") return { unpriced: [`no figure for a ${String(kind)} endpoint`] };
    const zones = items(inputs.subnetIds).length || 1;
    return {
      charges: [
        {
          what: "interface endpoint",
          price: book.price("interfaceEndpoint"),
          quantity: zones * book.hoursPerMonth,
        },
        {
          what: "data through the endpoint",
          price: book.price("endpointData"),
          quantity: usage.endpointDataGb,
        },
      ],
      uses: ["endpointDataGb"],
    };
  },
};
