import type { AriaLabelConfig } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** What React Flow says of its own parts. Nodes and edges take no focus in our pictures, so there are no keys to explain. */
export const useFlowLabels = (): Partial<AriaLabelConfig> => {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      "node.a11yDescription.default": "",
      "node.a11yDescription.keyboardDisabled": "",
      "edge.a11yDescription.default": "",
      "controls.ariaLabel": t("planning:flow.controls"),
      "controls.zoomIn.ariaLabel": t("planning:flow.zoom_in"),
      "controls.zoomOut.ariaLabel": t("planning:flow.zoom_out"),
      "controls.fitView.ariaLabel": t("planning:flow.fit"),
    }),
    [t],
  );
};
