// Ends a command with a message if this Node is too old for it. package.json states the same under "engines". Plain
// JavaScript, because an old Node must be able to run it.
const { node } = process.versions;
const [major = 0, minor = 0] = node.split('.').map(Number);

if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  console.error(`Evoke needs Node 20.19, 22.12 or newer. This is Node ${node}.`);
  process.exit(1);
}
