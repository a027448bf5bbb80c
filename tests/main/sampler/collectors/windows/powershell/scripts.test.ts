import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { REQUESTS } from '../../../../../../src/main/sampler/collectors/windows/powershell/requests.js';
import { findHostScript } from '../../../../../../src/main/sampler/collectors/windows/powershell/scripts.js';

const require = createRequire(import.meta.url);
const folder = dirname(findHostScript() ?? '');
const names = readdirSync(folder).filter((name) => name.endsWith('.ps1'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Commands of Windows PowerShell 5.1 that only read; nothing here may change the machine or start a program. */
const ALLOWED = new Set(
  [
    'Add-Type',
    'ConvertFrom-Json',
    'ConvertTo-Json',
    'Get-ChildItem',
    'Get-CimInstance',
    'Get-Date',
    'Get-WinEvent',
    'Join-Path',
    'New-Object',
    'Test-Path',
    'Write-Output',
  ].map((name) => name.toLowerCase()),
);

type Node = NonNullable<ReturnType<Parser['parse']>>['rootNode'];
let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
});

function nodesOf(name: string): Node[] {
  const root = parser.parse(read(name))?.rootNode;
  if (root === undefined) throw new Error(`${name} was not parsed`);
  const all: Node[] = [];
  const walk = (node: Node): void => {
    all.push(node);
    for (const child of node.children) if (child !== null) walk(child);
  };
  walk(root);
  return all;
}

const functions = names.flatMap((name) =>
  [...read(name).matchAll(/^function (\S+?)[ (]/gm)].map((match) => match[1]),
);

describe.each(names)('%s', (name) => {
  it('is whole PowerShell', () => {
    expect(nodesOf(name).filter((node) => node.isError || node.isMissing)).toEqual([]);
  });

  it('is ASCII: PowerShell 5.1 reads files without a mark in the code page of the machine', () => {
    expect(read(name)).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('uses nothing newer than 5.1', () => {
    const code = read(name).replace(/@'[\s\S]*?'@/g, '');
    expect(code).not.toMatch(/\?\?|\?\.|&&|\|\||-Parallel|-AsArray|-AsHashtable|clean\s*\{/);
    // Nor a ternary, which the grammar would take.
    expect(nodesOf(name).filter(({ type }) => /ternary/.test(type))).toEqual([]);
  });

  it('calls only what reads', () => {
    const commands = nodesOf(name)
      .filter(({ type }) => type === 'command_name')
      .map(({ text }) => text);
    const own = new Set(functions.map((each) => each?.toLowerCase()));
    const others = commands.filter(
      (each) => !ALLOWED.has(each.toLowerCase()) && !own.has(each.toLowerCase()),
    );
    expect(others).toEqual([]);
    expect(read(name)).not.toMatch(/Invoke-Expression|\biex\b|ScriptBlock\]::Create|AddScript/i);
  });
});

test('host and program know the same requests, on the same lanes', () => {
  const rows = [...read('requests.ps1').matchAll(/^ {4}'(\w+)'\s*= @\{ lane = '(\w+)'/gm)];
  expect(Object.fromEntries(rows.map(([, name, lane]) => [name, lane]))).toEqual(
    Object.fromEntries(Object.entries(REQUESTS).map(([name, { lane }]) => [name, lane])),
  );
});

test('every part of a request is a function of the scripts', () => {
  const parts = [...read('requests.ps1').matchAll(/'(Get-\w+)'/g)].map((match) => match[1]);
  expect(parts.filter((part) => !functions.includes(part))).toEqual([]);
});

test('they are part of the package, beside the archive', () => {
  const builder = readFileSync('electron-builder.yml', 'utf8');
  expect(builder).toMatch(/- from: resources\/windows\n\s+to: windows\n/);
  expect(findHostScript('/nowhere', join(folder, '..'))).toBe(join(folder, 'host.ps1'));
  expect(findHostScript('/nowhere', undefined)).toBeNull();
});
