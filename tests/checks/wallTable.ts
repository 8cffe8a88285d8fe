/**
 * The table of ARCHITECTURE, "who may import whom", as data. The first row whose `folder` fits a file decides for it;
 * a file that fits no row is refused, and so is every import that its row does not name (walls.ts turns this into
 * dependency-cruiser's allow-list). To change a wall, change this table, where a reviewer sees it.
 */
export interface Wall {
  /** Regular expression on the path from the project's root. */
  readonly folder: string;
  /** Regular expressions on paths; a folder's own files are always among them unless `alone` is set. */
  readonly may: readonly string[];
  /** Paths of which only types may be imported. */
  readonly types?: readonly string[];
  readonly npm?: readonly string[];
  /** May use Node's own modules. */
  readonly node?: true;
  /** Not even files of the same row may be imported. */
  readonly alone?: true;
}

const shared = "^shared/";
const ui = ["react", "react-dom", "antd", "dayjs", "@tanstack/react-virtual"];
const screen = [...ui, "react-router", "@tanstack/react-query"];

const feature = (name: string): Wall => ({
  folder: `^renderer/${name}/`,
  may: ["^renderer/(api|controls|evidence|templates|ui)/", shared],
  npm: screen,
});

export const walls: readonly Wall[] = [
  // shared: what both sides believe; pure.
  { folder: "^shared/data/", may: [] },
  { folder: "^shared/wording/", may: [] },
  { folder: "^shared/problems/", may: [shared] },
  { folder: "^shared/dictionaries/", may: [shared], npm: ["zod"] },
  { folder: "^shared/fields/", may: [shared], npm: ["zod"] },
  { folder: "^shared/ledgers/", may: ["^shared/(fields|dictionaries|data|wording|problems)/"], npm: ["zod"] },
  { folder: "^shared/(api|metrics|report)/", may: [shared], npm: ["zod"] },

  // main: hosts see everything, nobody sees the hosts.
  { folder: "^main/hosts/preload\\.ts$", may: ["^shared/api/"], npm: ["electron"] },
  { folder: "^main/hosts/electron[^/]*\\.ts$", may: ["^main/", shared], npm: ["electron"], node: true },
  // `npm start` builds the window where that has not been done.
  { folder: "^main/hosts/start\\.ts$", may: ["^main/", shared], npm: ["vite"], node: true },
  { folder: "^main/hosts/", may: ["^main/", shared], node: true },
  { folder: "^main/api/", may: ["^main/(?!hosts/)", shared], npm: ["zod"], node: true },
  { folder: "^main/database/migrations/index\\.ts$", may: ["^main/database/migrations/"], npm: ["kysely"] },
  { folder: "^main/database/migrations/", may: [], npm: ["kysely"], alone: true },
  {
    folder: "^main/database/",
    may: ["^main/platform/", "^shared/(ledgers|fields|dictionaries|data|problems)/"],
    npm: ["kysely", "better-sqlite3"],
    node: true,
  },
  {
    folder: "^main/records/",
    may: ["^main/(database|platform)/", shared],
    npm: ["kysely", "pinyin-pro"],
    node: true,
  },
  // Names of organisations are pure words; whoever matches them may look.
  { folder: "^main/names/", may: [shared], npm: ["pinyin-pro"] },
  {
    folder: "^main/companies/",
    may: ["^main/(names|database|records)/", shared],
    npm: ["kysely"],
    node: true,
  },
  { folder: "^main/importing/reading/", may: ["^main/platform/", shared], npm: ["yauzl", "saxes"], node: true },
  {
    // Only what stages, applies and takes back a batch sees the database.
    folder: "^main/importing/(apply|stag|batch|takeBack|store)[^/]*\\.ts$",
    may: ["^main/(importing|names|companies|database|records|platform)/", shared],
    npm: ["kysely"],
    node: true,
  },
  { folder: "^main/importing/", may: ["^main/(names|platform)/", shared], node: true },
  { folder: "^main/exporting/", may: ["^main/platform/", shared], npm: ["exceljs"], node: true },
  // Where a value came from is the store's to say.
  { folder: "^main/metrics/trace\\.ts$", may: ["^main/(metrics|database|records)/", shared], npm: ["kysely"] },
  // Metrics read: the store and its writers are out of sight, of the database they know the types and the SQL of dates.
  {
    folder: "^main/metrics/",
    may: ["^main/database/dates\\.ts$", shared],
    types: ["^main/database/"],
    npm: ["kysely"],
  },
  { folder: "^main/reports/(checks|templates)/", may: [shared] },
  { folder: "^main/reports/as[A-Z][^/]*", may: ["^main/reports/", shared], npm: ["docx"], node: true },
  {
    folder: "^main/reports/",
    may: ["^main/(database|records|metrics|platform)/", shared],
    npm: ["kysely"],
    node: true,
  },
  { folder: "^main/platform/", may: ["^shared/(problems|wording)/"], node: true },

  // renderer: draws.
  { folder: "^renderer/ui/", may: [], npm: ui },
  { folder: "^renderer/api/", may: [shared], npm: ["react", "@tanstack/react-query"] },
  { folder: "^renderer/controls/", may: ["^renderer/ui/", shared], npm: ui },
  // What stands behind a figure: metrics and reports both open it, and it knows neither.
  { folder: "^renderer/evidence/", may: ["^renderer/(api|ui)/", shared], npm: screen },
  // A ledger's page and the import page hand out the same templates.
  { folder: "^renderer/templates/", may: ["^renderer/(api|ui)/", shared], npm: screen },
  feature("ledgers"),
  feature("companies"),
  feature("importing"),
  feature("metrics"),
  feature("reports"),
  feature("program"),
  { folder: "^renderer/app/", may: ["^renderer/", shared], npm: screen },
  { folder: "^renderer/[^/]+\\.d\\.ts$", may: [], alone: true },

  { folder: "^resources/sample/", may: [shared], npm: ["exceljs"], node: true },
  { folder: "^tests/", may: [".*"], node: true },
  { folder: "^[^/]+\\.config\\.ts$", may: [".*"], node: true },
];
