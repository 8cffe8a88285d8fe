import { join } from "node:path";
import { expect, it } from "vitest";
import { runCli } from "../../main/hosts/commands/runCli.ts";
import { openProgram } from "../../main/hosts/openProgram.ts";
import { call } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

it("companies lists organisations that may be one, as lines and as JSON", async () => {
  const folder = join(temporaryFolder(), "数据");
  const program = await openProgram({ host: "cli", folder });
  await call(program, "program", "create", { name: "示例区", code: "370703", year: 2012, sample: false });
  for (const name of ["圆友重工科技有限公司", "潍坊圆友重工科技有限公司"])
    await call(program, "records", "save", { ledger: "organisations", id: null, version: 0, values: { name } });
  await program.close();

  const json = await runCli(["companies", "clusters", "--data", folder, "--json"]);
  expect(JSON.parse(json.out)).toMatchObject({ total: 1, clusters: [{ why: "只差地名" }] });
  const { out } = await runCli(["companies", "clusters", "--data", folder]);
  expect(out).toContain("只差地名  96%");
  expect(await runCli(["companies", "merges", "--data", folder])).toMatchObject({ code: 0, out: "没有做过合并" });
  expect(await runCli(["companies", "--data", folder])).toMatchObject({ code: 2 });
});
