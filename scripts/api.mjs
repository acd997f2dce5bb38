// The public names and types of each door, as a report in etc/ that a reviewer reads.
// Fails when the built types and the report differ; `--update` writes the reports anew.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { doors } from './doors.mjs';
import { root } from './run.mjs';

const update = process.argv.includes('--update');
const base = ExtractorConfig.loadFile(join(root, 'api-extractor.json'));
let faults = 0;
mkdirSync(join(root, 'etc'), { recursive: true });

for (const { door, types } of doors()) {
  const name = door === '.' ? 'index' : door.slice('./'.length).replaceAll('/', '-');
  if (!existsSync(types)) {
    console.error(`${door}: ${types} is not there. Run \`npm run build\` first.`);
    faults += 1;
    continue;
  }
  const result = Extractor.invoke(
    ExtractorConfig.prepare({
      configObject: {
        ...base,
        mainEntryPointFilePath: types,
        apiReport: { ...base.apiReport, enabled: true, reportFileName: name },
      },
      configObjectFullPath: join(root, 'api-extractor.json'),
      packageJsonFullPath: join(root, 'package.json'),
    }),
    {
      localBuild: update,
      showVerboseMessages: false,
      messageCallback: (message) => {
        // The comparison is told below, once and in our words.
        if (message.messageId.startsWith('console-api-report-')) message.handled = true;
        if (message.messageId === 'console-preamble') message.handled = true;
      },
    },
  );
  const report = `etc/${name}.api.md`;
  const differs = result.apiReportChanged && !update;
  if (differs) {
    spawnSync('git', ['--no-pager', 'diff', '--no-index', '--no-color', report, `temp/${name}.api.md`], {
      cwd: root,
      stdio: 'inherit',
    });
    console.error(
      `${door}: what it exports differs from ${report}. Run \`npm run api\`, look at the difference, commit it.`,
    );
  }
  const unexplained = undocumented(`temp/${name}.api.md`);
  if (unexplained.length > 0)
    console.error(`${door}: exports without a doc comment: ${unexplained.join(', ')}.`);
  if (differs || result.errorCount > 0 || unexplained.length > 0) faults += 1;
  else console.log(`${door}: ${result.apiReportChanged ? 'report written' : 'as reported'}`);
}
if (faults > 0) process.exitCode = 1;

/**
 * The exports that a report marks as undocumented; members have a mark of their own.
 * @param {string} report
 */
function undocumented(report) {
  const lines = readFileSync(join(root, report), 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    line === '// @public (undocumented)' ? [lines[at + 1]?.replace(/[{(<:].*/u, '').trim() ?? ''] : [],
  );
}
