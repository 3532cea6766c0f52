import { DOCKER } from "./killed/stacks";
import { killedAtRandom } from "./killed/suite";

killedAtRandom(DOCKER, 20261128, { cycles: 8, givenUp: 1 });
