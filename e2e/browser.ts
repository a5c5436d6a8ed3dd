/** Finds a Chromium for the journeys: one of the machine, else the one that comes with the dependencies. */
import { accessSync, constants } from 'node:fs'
import chromium from '@sparticuz/chromium'

const ON_THE_MACHINE: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** `CHROME_PATH` comes first. The shipped one is unpacked into the temporary folder at its first use. */
export async function chromiumPath(): Promise<string> {
  const told = process.env['CHROME_PATH']
  if (told !== undefined && told !== '') return told
  return ON_THE_MACHINE.find(isProgram) ?? (await chromium.executablePath())
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
