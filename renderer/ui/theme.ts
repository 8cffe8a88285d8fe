import type { ThemeConfig } from "antd";

/** Ant Design made quiet and dense: one accent, thin rules, small radii, no shadows on buttons. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#1d5bbf",
    colorInfo: "#1d5bbf",
    colorSuccess: "#27704a",
    colorWarning: "#9a5b00",
    colorError: "#b3261e",
    colorText: "#1f2329",
    colorTextSecondary: "#5b6472",
    colorTextTertiary: "#667080",
    colorTextPlaceholder: "#667080",
    colorBorder: "#d5d9e0",
    colorBorderSecondary: "#e3e6eb",
    colorBgMask: "rgba(31, 35, 41, 0.28)",
    colorBgLayout: "#f5f6f8",
    borderRadius: 4,
    fontSize: 14,
    fontFamily: "var(--font)",
    controlHeight: 30,
    motion: false,
    wireframe: false,
  },
  components: {
    Button: {
      primaryShadow: "none",
      defaultShadow: "none",
      dangerShadow: "none",
      contentFontSize: 13,
      contentFontSizeSM: 13,
    },
    Table: { cellPaddingBlockSM: 4, cellPaddingInlineSM: 8, headerBg: "#fafbfc", fontSize: 13, cellFontSizeSM: 13 },
    Form: { itemMarginBottom: 10, verticalLabelPadding: "0 0 2px", labelColor: "#5b6472", labelFontSize: 13 },
    Drawer: { paddingLG: 16 },
  },
};
