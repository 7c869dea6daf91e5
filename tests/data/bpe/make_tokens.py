# Writes tokens.txt: what the `tokenizers` library (0.22) learns from small.txt. Run in this folder.
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
trainer = trainers.BpeTrainer(vocab_size=330, min_frequency=2, special_tokens=["<|endoftext|>"], show_progress=False,
                              initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
tokenizer.train_from_iterator(open("small.txt", encoding="utf-8").read().splitlines(keepends=True), trainer)
vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
with open("tokens.txt", "w", encoding="utf-8") as out:
    out.writelines(token + "\n" for token, _ in vocabulary)
