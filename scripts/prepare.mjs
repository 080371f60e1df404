// Runs before start, test, check and bench (npm's pre-scripts), on a fresh clone too, when nothing is installed yet: plain JavaScript,
// only node: imports, any Node from 20 on. Installs what is locked, repairs what skipped install scripts left out, links the
// command, builds the pages. Does nothing, in a blink, when nothing changed. May be interrupted anywhere: a stamp is written last.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
const modules = join(root, "node_modules");

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`需要 Node.js 20 或更新，当前是 ${process.versions.node}。`, `Node.js 20 or newer is needed, this is ${process.versions.node}.`);
install();
repairNode();
link();
// For the checks the building of the pages is a step of its own, so that a fault in it hides no other.
if (!process.argv.includes("--without-pages")) buildPages();

function install() {
  // The runtime is pinned inside the lock file (package `node`), so who runs this does not matter, and does not count: the first
  // run is done by the machine's own Node, the next by the pinned one.
  const wanted = hash([readFileSync(join(root, "package-lock.json")), process.platform, process.arch]);
  const stamp = join(modules, ".tandem-stamp");
  if (readText(stamp) === wanted) return;
  if (isInstalled()) return writeFileSync(stamp, wanted);
  say("正在安装依赖（npm ci，约一分钟）…", "installing what is locked (npm ci, about a minute)…");
  rmSync(stamp, { force: true });
  // npm ci deletes node_modules, and with it the Node that may be running this: let another one do it where there is one.
  const node = findNodeOutside() ?? process.execPath;
  const npm = process.env.npm_execpath;
  // Warnings about engines are about the machine's Node, which runs nothing of ours.
  const args = ["ci", "--include=dev", "--include=optional", "--loglevel=error"];
  const run = npm && /\.[cm]?js$/.test(npm) ? spawn(node, [npm, ...args]) : spawn(isWindows ? "npm.cmd" : "npm", args, isWindows);
  if (run.status !== 0)
    fail(
      `npm ci 没有完成（${run.status ?? run.signal}），再运行一次即可继续。`,
      `npm ci did not finish (${run.status ?? run.signal}); run the same command again.`,
    );
  writeFileSync(stamp, wanted);
}

/**
 * Somebody ran `npm ci` or `npm install` himself: npm writes its own list of what lies in node_modules, last. It is what we want when
 * nothing in it differs from the lock file and nothing is missing but parts for other platforms.
 */
function isInstalled() {
  const own = readText(join(modules, ".package-lock.json"));
  if (own === null) return false;
  const installed = JSON.parse(own).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || (installed[path] ? installed[path].version === version : optional === true),
  );
}

/** The package `node` fetches its program in an install script; npm may have been told to skip those. */
function repairNode() {
  const program = join(modules, "node", "bin", isWindows ? "node.exe" : "node");
  if (existsSync(program) || !existsSync(join(modules, "node"))) return;
  say("正在补装 Node 24（其安装脚本被跳过）…", "fetching Node 24 (its install script was skipped)…");
  const run = spawnSync(process.execPath, ["installArchSpecificPackage"], { cwd: join(modules, "node"), stdio: "inherit" });
  if (run.status !== 0 || !existsSync(program)) {
    if (Number(process.versions.node.split(".")[0]) >= 24) return; // the machine's own Node will do
    fail("Node 24 没有装上，请检查能否访问 npm 源。", "Node 24 could not be fetched; is the npm registry within reach?");
  }
}

function link() {
  if (existsSync(join(modules, ".bin", isWindows ? "tandem.cmd" : "tandem"))) return;
  spawn(process.execPath, [join(root, "scripts", "link-command.mjs")]);
}

function buildPages() {
  const entry = join(root, "web", "index.html");
  const vite = join(modules, "vite", "bin", "vite.js");
  if (!existsSync(entry) || !existsSync(vite)) return;
  const stamp = join(root, "dist", "web.stamp");
  const wanted = hash(sourcesOfPages().flatMap((file) => [file.slice(root.length).split(sep).join("/"), readFileSync(file)]));
  if (readText(stamp) === wanted && existsSync(join(root, "dist", "web", "index.html"))) return;
  say("正在构建网页…", "building the pages…");
  rmSync(stamp, { force: true });
  const pinned = join(modules, "node", "bin", isWindows ? "node.exe" : "node");
  const run = spawn(existsSync(pinned) ? pinned : process.execPath, [vite, "build", "--logLevel", "warn"]);
  if (run.status !== 0) fail("网页构建失败，见上文。", "the pages could not be built, see above.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The pages and what they may import from the server: contracts and pure knowledge, so everything without an effect's suffix. */
function sourcesOfPages() {
  const others = ["package-lock.json", "vite.config.ts", "web/vite.config.ts", "tsconfig.web.json"].map((name) => join(root, name));
  return [
    ...others.filter(existsSync),
    ...listFiles(join(root, "web")).filter((file) => !/\.test\.tsx?$/.test(file)),
    ...listFiles(join(root, "src")).filter(
      (file) => file.endsWith(".ts") && !/\.(test|builder|cases|command|query|store|http|cli|worker)\.ts$/.test(file),
    ),
  ].sort();
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    return entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)];
  });
}

function findNodeOutside() {
  const name = isWindows ? "node.exe" : "node";
  const folders = [dirname(process.env.npm_node_execpath ?? process.execPath), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => !path.startsWith(modules) && existsSync(path));
}

function spawn(program, args, shell = false) {
  return spawnSync(program, args, { cwd: root, stdio: "inherit", shell });
}

function hash(parts) {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part).update("\0");
  return sum.digest("hex");
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function say(zh, en) {
  process.stdout.write(`${zh} / ${en}\n`);
}

function fail(zh, en) {
  process.stderr.write(`${zh} / ${en}\n`);
  process.exit(1);
}
