import { Command } from 'commander';
import type { DemoFlags } from '../runs/demo.js';

export const demoCommand = new Command('demo')
  .description('start everything with the demonstration province, play the main job with real files, and stay up')
  .option('--files <folder>', 'play it with the files of this folder instead of the samples')
  .option('--fresh', 'forget the demonstration data of earlier runs first')
  .option('--exit', 'end after the job; exit code 0 only if every recipient has the exact bytes')
  .action(async (flags: DemoFlags) => (await import('../runs/demo.js')).runDemo(flags));
