import { productFunctions } from "./processors/functions";
import { serveCompute } from "./serve-compute";

serveCompute(productFunctions);
