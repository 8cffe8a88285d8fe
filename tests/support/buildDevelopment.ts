/**
 * Builds the window alone, with React and antd as developers run them, into the folder that is named: a process of its
 * own, since what NODE_ENV says is built in. See built.ts.
 */
import { join } from "node:path";
import { createBuilder } from "vite";

const outDir = process.argv[2];
if (outDir === undefined) throw new Error("the folder is missing");
const configFile = join(import.meta.dirname, "../../vite.config.ts");
const builder = await createBuilder({ configFile, logLevel: "warn", environments: { client: { build: { outDir } } } });
const { client } = builder.environments;
if (client === undefined) throw new Error("vite.config.ts builds no window");
await builder.build(client);
