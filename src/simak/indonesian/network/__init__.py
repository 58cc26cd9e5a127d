"""The trained networks, in numpy: words in; tags, features, lemmas, trees and names out.

``word`` what is seen of a word, ``encoder`` the BiLSTM both networks have, ``syntax`` and ``name``
what is read from its states, ``tree`` and ``label`` how scores become a tree or names, ``script``
lemmas, ``weight`` the files, ``component`` the part of the spaCy pipeline. How the weights are made
is in ``training/``; reading needs numpy alone.
"""
