/**
 * Node's flags for the command line. Reading course files makes many short-lived trees; with the 16 MB that Node keeps for
 * young objects, the garbage collector took a sixth of the time.
 */
export const toolkitFlags = ['--max-semi-space-size=64'];
