import { hide } from "./hide";
import { offline } from "./offline";
import { path } from "./path";
import { ask, forgetting } from "./progress-ask";
import { keep } from "./progress-keep";
import { stars } from "./progress-stars";
import { summary } from "./progress-summary";
import { quiz } from "./quiz";
import { attr } from "./schema";
import { speak } from "./speak";
import type { Component } from "./start";

/** The components of pages with questions: lessons and mixes. */
export const questions: readonly Component[] = [
  [attr.hide, hide],
  [attr.quiz, quiz],
  [attr.quiz, keep],
  [attr.stars, stars],
  [attr.finish, summary],
  [attr.way, path],
  [attr.ask, ask],
  [attr.forget, forgetting],
  [attr.speak, speak],
  [attr.offline, offline],
];
