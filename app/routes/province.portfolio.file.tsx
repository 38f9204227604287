import type { LoaderFunctionArgs } from "@remix-run/node";
import { portfolioFile } from "~/features/portfolio/portfolio-file";

/** The portfolio's table as it stands on the page, as a file. */
export const loader = ({ context, request }: LoaderFunctionArgs) => portfolioFile(context, request);
