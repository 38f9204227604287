import type { LoaderFunctionArgs } from "@remix-run/node";
import { compareFile } from "~/features/province/compare-file";

/** The comparison as it stands on the page, as a file. */
export const loader = ({ context, request }: LoaderFunctionArgs) => compareFile(context, request);
