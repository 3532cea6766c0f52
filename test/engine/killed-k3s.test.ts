import { K3S } from "./killed/stacks";
import { killedAtRandom } from "./killed/suite";

killedAtRandom(K3S, 20261130, { cycles: 4, givenUp: 2 });
