/** Rules of the house that a machine can see: names, lengths, first lines, clock and chance, marks left behind. */
import { isTest } from './floors.ts'
import type { Breach, SourceFile } from './source-file.ts'

export const LONGEST_FILE = 300

const VAGUE = /(^|\/)([a-z0-9-]*-)?(utils?|helpers?|common|misc|lib|managers?|services?)(\.[a-z.]+)?(\/|$)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|module|d))?\.tsx?$/
/** Tables of cases and data are as long as what they hold. */
const MAY_BE_LONG = /\.test\.tsx?$|(^|\/)vectors\//
/** Put together from pieces, so that this file does not find itself. */
const MARKS = new RegExp(
  ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'expect-error', 'biome-' + 'ignore'].join('|'),
)
const ONLY = /\b(test|it|describe|suite)\.(only|skip|todo)\(/
/** At the top of a file it runs for the tests of every file in the process. */
const HOOK_OF_ALL = /^(beforeEach|afterEach)\(/m
const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/
const CHANCE = /\bMath\.random\(|\bcrypto\.getRandomValues\(/
const CLOCK_HOLDERS = /^apps\/server\/src\/(kernel\/clock\.ts$|testing\/)|^packages\/ui\/src\/use-now\.ts$/
/** Beside the kernel: the app's own port, and the field that suggests a password. */
const CHANCE_HOLDERS =
  /^apps\/server\/src\/(kernel\/random\.ts$|testing\/)|^apps\/(authenticator\/src\/host\/ports|console\/src\/password\/new-password-field)\.tsx?$/
const PORTED = /^(apps|packages)\/[^/]+\/src\//
const FACE = /^packages\/[^/]+\/src\/index\.ts$/

/** A file that puts rows into the table of sessions mints sessions. */
const SESSION_INSERT =
  /insertInto\(\s*['"`]session['"`]\s*\)|INSERT\s+INTO\s+session\b|\bsessions\s*\.insert\(/i
const SESSION_MINT = /^apps\/server\/src\/sessions\/(sql|open-session)\.ts$/

/** Finds what breaks a rule of the house, tests included where the rule is for them too. */
export function houseBreaches(files: readonly SourceFile[]): readonly Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    const say = (rule: string): void => void breaches.push({ path: file.path, rule })
    const name = file.path.split('/').at(-1) ?? file.path
    if (VAGUE.test(file.path)) say('a name that says nothing: what has no name has no home yet')
    if (!KEBAB.test(name) && !/^\d{4}-[a-z0-9-]+\.ts$/.test(name)) say('file names are kebab-case')
    if (name === 'index.ts' && !FACE.test(file.path)) say('no barrels: only a package has one face')
    if (/\.d\.ts$/.test(name)) continue
    if (!MAY_BE_LONG.test(file.path) && lines(file) > LONGEST_FILE)
      say(`${lines(file)} lines; a file has ${LONGEST_FILE} at most`)
    if (MARKS.test(file.text)) say('a mark that promises or silences something')
    if (ONLY.test(file.text)) say('a test that is left out, or that leaves the others out')
    if (HOOK_OF_ALL.test(file.text)) say('a hook for each test outside a suite')
    if (isTest(file.path)) continue
    if (!/^(#!.*\n)?\/\*\*/.test(file.text)) say('a file opens with one sentence that says what it is for')
    if (PORTED.test(file.path) && !CLOCK_HOLDERS.test(file.path) && CLOCK.test(file.text))
      say('asks the machine for the time; the clock is a port')
    if (PORTED.test(file.path) && !CHANCE_HOLDERS.test(file.path) && CHANCE.test(file.text))
      say('asks the machine for chance; chance is a port')
    if (
      file.path.startsWith('apps/server/') &&
      !SESSION_MINT.test(file.path) &&
      SESSION_INSERT.test(file.text)
    )
      say('mints sessions; only sessions/open-session.ts does')
  }
  return breaches
}

function lines(file: SourceFile): number {
  return file.text.split('\n').length - 1
}
