import { killedAtRandom } from "./killed/suite";

killedAtRandom(20261128, 13);
