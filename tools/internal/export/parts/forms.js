function makeQuiz() {
  const form = FormApp.create(quiz.title).setIsQuiz(true).setDescription(quiz.about).setCollectEmail(false).setShuffleQuestions(false);
  for (const question of quiz.questions) {
    const item = question.several ? form.addCheckboxItem() : form.addMultipleChoiceItem();
    item.setTitle(question.stem);
    item.setChoices(question.options.map((option) => item.createChoice(option.text, option.right)));
    item.setPoints(1);
    item.setFeedbackForCorrect(FormApp.createFeedback().setText(question.right).build());
    item.setFeedbackForIncorrect(FormApp.createFeedback().setText(question.wrong).build());
  }
  Logger.log(form.getEditUrl());
}
