/**
 * The entry point. React and Remix choose their fast build by NODE_ENV when they are first loaded, so we set it before
 * we import anything. Our own settings read the original value.
 */
const given = { ...process.env };
const development = process.argv.includes('--dev');
process.env.NODE_ENV = development ? 'development' : 'production';
const { serve } = await import('./server/serve.server.ts');
await serve(given, development);

export {};
