import { killedAtRandom } from "./killed/suite";

killedAtRandom(20261129, 12);
