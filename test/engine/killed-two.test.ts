import { DOCKER } from "./killed/stacks";
import { killedAtRandom } from "./killed/suite";

killedAtRandom(DOCKER, 20261129, { cycles: 7, givenUp: 1 });
