// The public names and types of each door, as a report in etc/ that a reviewer reads.
// Fails when the built types and the report differ; `--update` writes the reports anew.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { doors } from './doors.mjs';
import { root } from './run.mjs';

const update = process.argv.includes('--update');
const base = ExtractorConfig.loadFile(join(root, 'api-extractor.json'));
let faults = 0;

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
        if (message.messageId.startsWith('console-')) message.handled = true;
      },
    },
  );
  const report = `etc/${name}.api.md`;
  if (result.apiReportChanged && !update) {
    console.error(
      `${door}: what it exports differs from ${report}. Run \`npm run api\`, look at the difference, commit it.`,
    );
  }
  if (result.errorCount > 0 || (result.apiReportChanged && !update)) faults += 1;
  console.log(
    `${door}: ${result.apiReportChanged ? (update ? 'report written' : 'differs') : 'as reported'}${result.errorCount > 0 ? `, ${String(result.errorCount)} errors` : ''}`,
  );
}
if (faults > 0) process.exitCode = 1;
