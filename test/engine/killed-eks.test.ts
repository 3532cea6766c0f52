import { EKS } from "./killed/stacks";
import { killedAtRandom } from "./killed/suite";

killedAtRandom(EKS, 20261201, { cycles: 4, givenUp: 2 });
