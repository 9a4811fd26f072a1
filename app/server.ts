/**
 * The entry. React and Remix choose their fast build by NODE_ENV when they are first loaded, so it is set before anything
 * is imported; our own settings read the value that was given.
 */
const given = { ...process.env };
const development = process.argv.includes('--dev');
process.env.NODE_ENV = development ? 'development' : 'production';
const { start } = await import('./server/serve.server.ts');
await start(given, development);

export {};
