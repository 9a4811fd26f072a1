/** The settings of a fresh clone: only the data folder. */
export function bareEnvironment(dataDir: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...more } as unknown as NodeJS.ProcessEnv;
}
