#!/usr/bin/env -S node --conditions=source --disable-warning=ExperimentalWarning
/**
 * Starts the program with its compiled code kept between starts. Plain JavaScript, because what is loaded before the
 * cache is on is compiled each time.
 */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'))
await import('./src/main.ts')
