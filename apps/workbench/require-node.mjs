// Run before anything else, by whatever Node the machine has: so plain JavaScript that an old one understands.
// The Node that runs Keyholder comes from npm (optionalDependencies of package.json); where npm has none for a machine, such as
// macOS or Alpine, the machine's own does it, if it is new enough to run TypeScript.
var NEEDED = 24
var major = Number(process.versions.node.split('.')[0])

if (major < NEEDED) {
  console.error(
    'Keyholder runs on Node ' +
      NEEDED +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. npm has no Node for this machine (' +
      process.platform +
      ' ' +
      process.arch +
      ') to bring along: install Node ' +
      NEEDED +
      ' from https://nodejs.org and start again.',
  )
  process.exit(1)
}
