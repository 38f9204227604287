const shapes = {
  chevron: <path d="M4 6l4 4 4-4" />,
  right: <path d="M6 4l4 4-4 4" />,
  left: <path d="M10 4L6 8l4 4" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  download: <path d="M8 2.5v7M4.8 6.6L8 9.8l3.2-3.2M2.8 10.8v2.7h10.4v-2.7" />,
  upload: <path d="M8 10V3M4.8 6.2L8 3l3.2 3.2M2.8 10.8v2.7h10.4v-2.7" />,
  search: <path d="M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10 10l3.5 3.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  check: <path d="M3.5 8.5l3 3 6-7" />,
  tasks: <path d="M2.5 4h1.8M2.5 8h1.8M2.5 12h1.8M6.8 4h6.7M6.8 8h6.7M6.8 12h6.7" />,
  person: <path d="M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 13.5c.4-2.8 2.3-4 5-4s4.6 1.2 5 4" />,
};
export type IconName = keyof typeof shapes;

/** A line drawing beside words; never alone without an accessible name on its parent. */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {shapes[name]}
  </svg>
);

/** Brand mark: a balance bar over four columns, the dashed line being the standard. */
export const BrandMark = ({ size = 22 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 22 22" fill="none" aria-hidden="true">
    <rect x="1.2" y="1.2" width="19.6" height="19.6" rx="3" stroke="currentColor" strokeWidth="1.6" />
    <path d="M5 16.2h12M6 16v-4.2M9.4 16V9.4M12.8 16v-5.6M16.2 16V7.2" stroke="currentColor" strokeWidth="1.6" />
    <path className="brand-line" d="M4 7.6l14-1.6" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.5" />
  </svg>
);
