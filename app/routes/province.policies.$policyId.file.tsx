import type { LoaderFunctionArgs } from "@remix-run/node";
import { policyFile } from "~/features/province/policy-file";

/** A policy's answer as it stands on the page, as a file. */
export const loader = ({ context, request, params }: LoaderFunctionArgs) => policyFile(context, request, params["policyId"] ?? "");
